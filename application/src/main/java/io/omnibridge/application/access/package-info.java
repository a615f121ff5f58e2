/**
 * Which permissions the scopes of a JWT give to a client. Every route checks its permission here, and a refusal is
 * appended to the audit log.
 */
@NullMarked
package io.omnibridge.application.access;

import org.jspecify.annotations.NullMarked;
