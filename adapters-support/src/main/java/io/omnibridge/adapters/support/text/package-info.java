/**
 * Text that operators write: words that stand for constants in settings, files and metrics. White space around a value is found
 * here too.
 */
@NullMarked
package io.omnibridge.adapters.support.text;

import org.jspecify.annotations.NullMarked;
