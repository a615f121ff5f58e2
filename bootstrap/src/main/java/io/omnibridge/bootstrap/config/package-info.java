/** The configuration, read once from the environment and checked as a whole. */
@NullMarked
package io.omnibridge.bootstrap.config;

import org.jspecify.annotations.NullMarked;
