/** Words that stand for constants in settings, files and metrics. */
@NullMarked
package io.omnibridge.adapters.support.text;

import org.jspecify.annotations.NullMarked;
