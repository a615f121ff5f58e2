package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.lease.RequestedAccount;
import io.omnibridge.application.lease.RequestedLease;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the body of {@code POST /leases}. */
record LeaseRequest(Duration maxTimeToLive) {

    private static final Set<String> MEMBERS = Set.of("label", "sources", "accounts", "of", "ttl", "max_uses");
    private static final Set<String> ACCOUNT_MEMBERS = Set.of("provider", "provider_account_id");
    private static final Duration MIN_TIME_TO_LIVE = Duration.ofMinutes(1);
    private static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(1);
    private static final long DEFAULT_MAX_USES = 200;

    /**
     * Reads which lease {@code body} asks for.
     *
     * @throws io.omnibridge.adapters.http.problem.ProblemException that names every invalid member
     */
    RequestedLease read(ObjectNode body) {
        JsonObjectReader members = new JsonObjectReader(body, MEMBERS);
        Optional<String> label = members.required("label", text(LeaseRequest::label));
        Optional<List<Source>> sources =
                members.optional("sources", oneOrMore(members.arrayOf("sources", text(constant(Source.class)))));
        Optional<List<RequestedAccount>> accounts =
                members.optional("accounts", oneOrMore(members.arrayOf("accounts", LeaseRequest::account)));
        Optional<List<UseKind>> of =
                members.optional("of", oneOrMore(members.arrayOf("of", text(constant(UseKind.class)))));
        Optional<Duration> timeToLive = members.optional("ttl", text(this::timeToLive));
        Optional<Long> maxUses = members.optional("max_uses", LeaseRequest::maxUses);
        members.throwIfInvalid();
        return new RequestedLease(
                label.orElseThrow(),
                sources.map(EnumSet::copyOf),
                accounts,
                of.<Set<UseKind>>map(EnumSet::copyOf).orElseGet(() -> EnumSet.allOf(UseKind.class)),
                timeToLive.orElse(min(DEFAULT_TIME_TO_LIVE, maxTimeToLive)),
                maxUses.orElse(DEFAULT_MAX_USES));
    }

    private static String label(String value) {
        Text.requireName(value, LeaseTerms.MAX_LABEL);
        return value;
    }

    private static RequestedAccount account(JsonNode value) {
        InvalidValue.unless(
                value instanceof ObjectNode object
                        && object.size() == ACCOUNT_MEMBERS.size()
                        && ACCOUNT_MEMBERS.stream()
                                .allMatch(name -> object.path(name).isTextual()),
                "must be an object of provider and provider_account_id");
        return new RequestedAccount(
                new ProviderId(value.get("provider").textValue()),
                new ProviderAccountId(value.get("provider_account_id").textValue()));
    }

    private static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return word -> EnumWords.parse(word, type)
                .orElseThrow(() -> new InvalidValue("must be one of " + EnumWords.list(type)));
    }

    private static <T> ValueReader<List<T>> oneOrMore(ValueReader<List<T>> reader) {
        return array -> {
            InvalidValue.unless(
                    !array.isArray() || (!array.isEmpty() && array.size() <= LeaseTerms.MAX_ACCOUNTS),
                    "must have 1 to " + LeaseTerms.MAX_ACCOUNTS + " elements");
            return reader.read(array);
        };
    }

    private Duration timeToLive(String value) {
        try {
            Duration read = Duration.parse(value);
            InvalidValue.unless(
                    read.compareTo(MIN_TIME_TO_LIVE) >= 0 && read.compareTo(maxTimeToLive) <= 0,
                    "must be from " + MIN_TIME_TO_LIVE + " to " + maxTimeToLive);
            return read;
        } catch (DateTimeParseException e) {
            throw new InvalidValue("must be a duration of ISO 8601, such as PT1H");
        }
    }

    private static long maxUses(JsonNode value) {
        InvalidValue.unless(
                value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= 1
                        && value.longValue() <= LeaseTerms.MAX_USES,
                "must be a whole number from 1 to " + LeaseTerms.MAX_USES);
        return value.longValue();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
