/** Runs the real jar and other commands in processes of their own, on any installed JDK. */
@NullMarked
package io.omnibridge.bootstrap.process;

import org.jspecify.annotations.NullMarked;
