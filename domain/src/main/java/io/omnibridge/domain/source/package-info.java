/** What can be searched behind an account. */
@NullMarked
package io.omnibridge.domain.source;

import org.jspecify.annotations.NullMarked;
