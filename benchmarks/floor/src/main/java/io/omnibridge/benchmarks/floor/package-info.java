/** What the same machine does with nothing but the unavoidable work. */
@NullMarked
package io.omnibridge.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
