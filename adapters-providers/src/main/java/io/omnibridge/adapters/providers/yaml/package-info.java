/** YAML as a tree that knows its lines: nothing is constructed from it, and no mistake in it goes unreported or is quoted. */
@NullMarked
package io.omnibridge.adapters.providers.yaml;

import org.jspecify.annotations.NullMarked;
