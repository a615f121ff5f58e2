/** What happened: one event of a user's own record. */
@NullMarked
package io.omnibridge.domain.audit;

import org.jspecify.annotations.NullMarked;
