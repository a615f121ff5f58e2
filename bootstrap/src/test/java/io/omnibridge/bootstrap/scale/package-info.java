/** How a vault behaves with a million accounts: long, and so only in the profile scale. */
@NullMarked
package io.omnibridge.bootstrap.scale;

import org.jspecify.annotations.NullMarked;
