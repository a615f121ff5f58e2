/** Tests of the launcher script and of the start-up cache. */
@NullMarked
package io.omnibridge.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
