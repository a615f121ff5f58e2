package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.use.UseTarget;

/** A source of an account that may be used. Its credentials are for the door alone. */
public final class ReadySource implements CheckedSource {

    private final UseTarget target;
    private final OpenedAccount opened;

    ReadySource(UseTarget target, OpenedAccount opened) {
        this.target = target;
        this.opened = opened;
    }

    @Override
    public UseTarget target() {
        return target;
    }

    /** Returns the scopes of the grant; none if they are not known. */
    public Scopes granted() {
        return opened.grant().scopes();
    }

    OpenedAccount opened() {
        return opened;
    }
}
