/** Users with tokens, accounts, and the requests that they send. */
@NullMarked
package io.omnibridge.benchmarks.load;

import org.jspecify.annotations.NullMarked;
