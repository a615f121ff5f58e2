/**
 * Permissions, and the use case that checks whether the scopes of a JWT give one to a client. Every route checks its
 * permission here, and a refusal is counted beside the audit log.
 */
@NullMarked
package io.omnibridge.application.access;

import org.jspecify.annotations.NullMarked;
