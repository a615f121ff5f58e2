/** How grants are given back to their providers. */
@NullMarked
package io.omnibridge.application.revocation;

import org.jspecify.annotations.NullMarked;
