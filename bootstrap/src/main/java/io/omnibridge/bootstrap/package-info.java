/** The program: its entry, and the training run that start-up caches are made by. It knows every module. */
@NullMarked
package io.omnibridge.bootstrap;

import org.jspecify.annotations.NullMarked;
