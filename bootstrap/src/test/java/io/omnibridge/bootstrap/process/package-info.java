/** Runs the real jar in a process of its own, on any JDK of this machine. */
@NullMarked
package io.omnibridge.bootstrap.process;

import org.jspecify.annotations.NullMarked;
