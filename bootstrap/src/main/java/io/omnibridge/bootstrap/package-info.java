/** Main, the command line and Wiring: the only place that knows everybody. */
@NullMarked
package io.omnibridge.bootstrap;

import org.jspecify.annotations.NullMarked;
