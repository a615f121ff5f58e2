/** Checks the documentation against the code: names, settings, metrics, routes, commands, links and words. */
@NullMarked
package io.omnibridge.documentation;

import org.jspecify.annotations.NullMarked;
