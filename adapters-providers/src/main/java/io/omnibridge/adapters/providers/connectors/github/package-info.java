/**
 * Connector of GitHub's issues and pull requests. {@code GithubSearch} finds them, and {@code GithubThread} reads one with its
 * comments.
 */
@NullMarked
package io.omnibridge.adapters.providers.connectors.github;

import org.jspecify.annotations.NullMarked;
