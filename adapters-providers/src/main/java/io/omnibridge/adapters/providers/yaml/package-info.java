/**
 * YAML as a tree of values that know their lines. It instantiates no types, and reports every mistake without quoting the file.
 */
@NullMarked
package io.omnibridge.adapters.providers.yaml;

import org.jspecify.annotations.NullMarked;
