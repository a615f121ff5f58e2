package io.omnibridge.adapters.store.auditlog;

/** Audit logs of changes in a store, with their MACs. Thread-safe. */
public interface ChainedAuditLog extends ChainedLog<ChainedEvent> {}
