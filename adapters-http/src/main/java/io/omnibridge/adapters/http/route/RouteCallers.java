package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import io.omnibridge.application.access.Authorize;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.Optional;

/**
 * Finds out who calls each kind of route, and whether the caller may. Thread-safe.
 *
 * @param leaseTokens reads the lease tokens that data routes accept
 */
record RouteCallers(Authenticator authenticator, Authorize authorize, LeaseTokens leaseTokens) {

    /** Returns the verified caller of a guarded route, who has {@code permission}. */
    Caller ofGuarded(Permission permission, Context context) {
        Caller caller = authenticator.authenticate(context.req());
        requirePermission(caller, permission, Challenge.SERVICE, context);
        return caller;
    }

    /** Returns the caller of a data route, who may read data. */
    DataCaller ofData(Context context) {
        return leased(context)
                .orElseGet(() -> reader(authenticator.authenticate(context.req()), Challenge.SERVICE, context));
    }

    /** Returns the caller of the route of agents, who may read data. */
    DataCaller ofAgents(AgentAccess access, Context context) {
        return leased(context)
                .orElseGet(
                        () -> reader(authenticator.authenticate(context.req(), access), access.challenge(), context));
    }

    private Optional<DataCaller> leased(Context context) {
        return authenticator.bearerToken(context.req()).flatMap(leaseTokens::read);
    }

    private DataCaller reader(Caller caller, Challenge challenge, Context context) {
        requirePermission(caller, Permission.READ_DATA, challenge, context);
        return new DataCaller(caller, Optional.empty());
    }

    private void requirePermission(Caller caller, Permission permission, Challenge challenge, Context context) {
        if (!authorize.allows(caller, permission, RequestContext.requestId(context))) {
            throw challenge.insufficientScope(permission.scope());
        }
    }
}
