package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.ActorKind;
import io.omnibridge.domain.identity.ClientId;
import java.util.Optional;

/**
 * Actor of an audit event as three texts: kind, name and client. A store writes none of the first two for an event of the
 * first format of the audit chain, and the name only where it is not the client.
 */
public final class ActorCodec {

    private ActorCodec() {}

    /** Returns the kind; empty if it was not recorded. */
    public static Optional<String> kind(Actor actor) {
        return actor.kind().map(ActorKind::name);
    }

    /** Returns the job of the service or the operator's command; empty for other actors. */
    public static Optional<String> name(Actor actor) {
        return actor instanceof Actor.User ? Optional.empty() : actor.name();
    }

    /** Reads an actor.
     *
     * @throws IllegalArgumentException if no actor is written like this
     */
    public static Actor parse(Optional<String> kind, Optional<String> name, Optional<String> client) {
        if (kind.isEmpty()) {
            InvalidValue.unless(name.isEmpty(), "must have no name without a kind");
            return new Actor.Unrecorded(client.map(ClientId::new));
        }
        Actor actor = switch (ActorKind.valueOf(kind.get())) {
            case USER -> new Actor.User(client.map(ClientId::new));
            case BROWSER -> new Actor.Browser();
            case SERVICE -> new Actor.Service(name.orElse(""));
            case OPERATOR -> new Actor.Operator(name.orElse(""));
        };
        InvalidValue.unless(name(actor).equals(name), "must have no other name than that of the actor");
        InvalidValue.unless(
                actor.client().map(ClientId::value).equals(client), "must have no client unless a user acted");
        return actor;
    }
}
