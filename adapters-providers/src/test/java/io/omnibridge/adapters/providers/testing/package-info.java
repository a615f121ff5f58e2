/** An authorization server that can do everything wrong that one can, for the tests of several modules. */
@NullMarked
package io.omnibridge.adapters.providers.testing;

import org.jspecify.annotations.NullMarked;
