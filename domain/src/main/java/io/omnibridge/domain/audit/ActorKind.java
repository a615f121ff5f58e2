package io.omnibridge.domain.audit;

/** Kind of an {@link Actor}. */
public enum ActorKind {
    USER,
    BROWSER,
    SERVICE,
    OPERATOR
}
