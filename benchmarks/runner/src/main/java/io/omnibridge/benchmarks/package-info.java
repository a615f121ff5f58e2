/** Measures OmniBridge beside the floor and beside what a user would pick instead. */
@NullMarked
package io.omnibridge.benchmarks;

import org.jspecify.annotations.NullMarked;
