/** What was measured, and what is computed and shown of it. */
@NullMarked
package io.omnibridge.benchmarks.result;

import org.jspecify.annotations.NullMarked;
