/**
 * The driven ports: interfaces that adapters implement, and their result types, nothing else. Every implementation
 * passes the contract tests in the test jar of this module.
 */
@NullMarked
package io.omnibridge.application.port;

import org.jspecify.annotations.NullMarked;
