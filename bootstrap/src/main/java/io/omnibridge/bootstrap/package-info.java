/**
 * The program: its entry, and the training run for the start-up cache. The packages below have the commands, the configuration,
 * the wiring and the demo.
 */
@NullMarked
package io.omnibridge.bootstrap;

import org.jspecify.annotations.NullMarked;
