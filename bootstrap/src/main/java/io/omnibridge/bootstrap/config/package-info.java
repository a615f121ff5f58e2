/**
 * The configuration: read once from environment variables, and checked as a whole. {@code …Settings} read groups of settings;
 * {@code …Config} are checked results, whole or in part.
 */
@NullMarked
package io.omnibridge.bootstrap.config;

import org.jspecify.annotations.NullMarked;
