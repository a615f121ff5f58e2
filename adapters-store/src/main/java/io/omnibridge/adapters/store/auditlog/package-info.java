/**
 * The tamper-evident audit log: chains of MACs over the events of each user, and their verification. Stores keep events and chain heads;
 * only this package computes and compares MACs.
 */
@NullMarked
package io.omnibridge.adapters.store.auditlog;

import org.jspecify.annotations.NullMarked;
