/** The launcher script, from every place that people start it. */
@NullMarked
package io.omnibridge.bootstrap.launcher;

import org.jspecify.annotations.NullMarked;
