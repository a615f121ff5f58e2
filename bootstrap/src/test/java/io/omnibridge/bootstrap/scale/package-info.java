/** Tests with a million accounts. They take long, and run only in the profile {@code scale}. */
@NullMarked
package io.omnibridge.bootstrap.scale;

import org.jspecify.annotations.NullMarked;
