/** The session in README.md runs as shown. */
@NullMarked
package io.omnibridge.bootstrap.readme;

import org.jspecify.annotations.NullMarked;
