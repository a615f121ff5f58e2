package io.omnibridge.adapters.http.session;

import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;

/** Signs a user out everywhere: ends all sessions, leases and JWTs that were issued so far. */
@FunctionalInterface
public interface EndSessions {

    /**
     * Signs the user out.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not respond; the user may be signed out or not
     */
    void signOut(UserId user, Actor actor, RequestId requestId);
}
