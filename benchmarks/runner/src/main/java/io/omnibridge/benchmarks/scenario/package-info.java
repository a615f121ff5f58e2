/** The questions that are measured. */
@NullMarked
package io.omnibridge.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
