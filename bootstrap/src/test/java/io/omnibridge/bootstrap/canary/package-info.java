/** The harness that shows that nothing leaks: secrets that cannot occur by chance, and the search for them. */
@NullMarked
package io.omnibridge.bootstrap.canary;

import org.jspecify.annotations.NullMarked;
