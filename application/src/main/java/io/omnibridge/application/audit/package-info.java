/** What a user may see of their own record. */
@NullMarked
package io.omnibridge.application.audit;

import org.jspecify.annotations.NullMarked;
