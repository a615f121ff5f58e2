/** The program: its entry, and the training run for the start-up cache. */
@NullMarked
package io.omnibridge.bootstrap;

import org.jspecify.annotations.NullMarked;
