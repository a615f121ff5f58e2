/** Ports that tell of what goes through them. */
@NullMarked
package io.omnibridge.application.observation;

import org.jspecify.annotations.NullMarked;
