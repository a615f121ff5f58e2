/** The two endpoints as a Spring user would write them. */
@NullMarked
package io.omnibridge.benchmarks.spring;

import org.jspecify.annotations.NullMarked;
