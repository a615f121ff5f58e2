package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.use.UseTarget;

/** A source of an account after the checks that call no provider. */
public sealed interface CheckedSource {

    UseTarget target();

    /** It may be used. Its credentials are for the door alone. */
    final class Ready implements CheckedSource {

        private final UseTarget target;
        private final OpenedAccount opened;

        Ready(UseTarget target, OpenedAccount opened) {
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

    /** It may not be used. */
    record Refused(UseTarget target, UseRefusal refusal) implements CheckedSource {}

    /** Its stored credentials do not open. */
    record Unreadable(UseTarget target) implements CheckedSource {}
}
