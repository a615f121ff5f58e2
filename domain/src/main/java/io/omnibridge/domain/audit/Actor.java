package io.omnibridge.domain.audit;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import java.util.Objects;
import java.util.Optional;

/**
 * Who acted. OmniBridge decides it from how a request was authenticated, never from what the request says, such as its
 * request id.
 */
public sealed interface Actor {

    /** Returns the kind; empty if it was not recorded. */
    Optional<ActorKind> kind();

    /** Returns the client of a user, the job of the service, or the operator's command; empty if there is none. */
    Optional<String> name();

    /** Returns the client; empty unless a user acted through a client that the JWT names. */
    default Optional<ClientId> client() {
        return Optional.empty();
    }

    /** Returns the caller of a request. */
    static Actor of(Caller caller) {
        return new User(caller.client());
    }

    /**
     * A user whose JWT was verified.
     *
     * @param client the client that the JWT names; empty if it names none
     */
    record User(Optional<ClientId> client) implements Actor {
        public User {
            Objects.requireNonNull(client, "client");
        }

        @Override
        public Optional<ActorKind> kind() {
            return Optional.of(ActorKind.USER);
        }

        @Override
        public Optional<String> name() {
            return client.map(ClientId::value);
        }
    }

    /** A browser that a provider redirected to the callback. It has no JWT. */
    record Browser() implements Actor {
        @Override
        public Optional<ActorKind> kind() {
            return Optional.of(ActorKind.BROWSER);
        }

        @Override
        public Optional<String> name() {
            return Optional.empty();
        }
    }

    /**
     * OmniBridge itself, without a request.
     *
     * @param job matches {@code [a-z_]{1,64}}
     */
    record Service(String job) implements Actor {

        /** @throws InvalidValue if {@code job} does not match */
        public Service {
            ActorNames.require(job);
        }

        @Override
        public Optional<ActorKind> kind() {
            return Optional.of(ActorKind.SERVICE);
        }

        @Override
        public Optional<String> name() {
            return Optional.of(job);
        }
    }

    /**
     * The operator, by a command.
     *
     * @param command matches {@code [a-z_]{1,64}}
     */
    record Operator(String command) implements Actor {

        /** @throws InvalidValue if {@code command} does not match */
        public Operator {
            ActorNames.require(command);
        }

        @Override
        public Optional<ActorKind> kind() {
            return Optional.of(ActorKind.OPERATOR);
        }

        @Override
        public Optional<String> name() {
            return Optional.of(command);
        }
    }

    /**
     * The actor of an event in the first format of the audit chain, which has none: a user, a browser, OmniBridge itself or
     * the operator.
     *
     * @param client the client of the user; empty also if no user acted
     */
    record Unrecorded(Optional<ClientId> client) implements Actor {
        public Unrecorded {
            Objects.requireNonNull(client, "client");
        }

        @Override
        public Optional<ActorKind> kind() {
            return Optional.empty();
        }

        @Override
        public Optional<String> name() {
            return Optional.empty();
        }
    }
}
