/** Who: the verified user, the software that the user uses, and both together as a caller. */
@NullMarked
package io.omnibridge.domain.identity;

import org.jspecify.annotations.NullMarked;
