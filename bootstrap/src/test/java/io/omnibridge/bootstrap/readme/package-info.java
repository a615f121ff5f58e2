/** What README.md shows is what happens. */
@NullMarked
package io.omnibridge.bootstrap.readme;

import org.jspecify.annotations.NullMarked;
