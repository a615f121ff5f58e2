/** The sessions and examples of documents run as shown. */
@NullMarked
package io.omnibridge.bootstrap.readme;

import org.jspecify.annotations.NullMarked;
