/** What runs for each request or call, by itself. */
@NullMarked
package io.omnibridge.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
