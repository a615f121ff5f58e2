/** The programs that are measured, each in a process of its own. */
@NullMarked
package io.omnibridge.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
