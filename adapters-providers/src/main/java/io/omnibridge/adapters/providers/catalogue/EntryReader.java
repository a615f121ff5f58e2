package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import io.omnibridge.adapters.providers.reads.ProviderReads;
import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlProblems;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.source.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one provider and reports every mistake in it. */
final class EntryReader {

    /** Leaves room for the scopes that every request has. */
    private static final int MAX_SCOPES_LENGTH = Scopes.MAX_TOTAL_LENGTH / 2;

    private static final Pattern DISPLAY_NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,100}");
    private static final Duration MAX_REUSE_GRACE = Duration.ofHours(1);
    private static final Duration MIN_REFRESH_IDLE = Duration.ofMinutes(15);
    private static final Duration MAX_REFRESH_IDLE = Duration.ofDays(365);

    private final ProviderId id;
    private final YamlMapping members;
    private final YamlProblems problems;
    private final ClientReader clients;

    EntryReader(ProviderId id, YamlMapping members, YamlProblems problems, ClientReader clients) {
        this.id = id;
        this.members = members;
        this.problems = problems;
        this.clients = clients;
    }

    /** Returns the provider, or reports mistakes and returns empty. */
    Optional<ProviderEntry> read() {
        int before = problems.count();
        Optional<ProviderKind> kind =
                members.require("kind").flatMap(it -> ValueParsers.constant(it, ProviderKind.class));
        boolean isOpenId = kind.equals(Optional.of(ProviderKind.OIDC));
        Optional<ClientRegistration> client = clients.read(members);
        UrlTemplate urlTemplate =
                UrlTemplate.read(members, client.map(ClientRegistration::id).orElse("unknown"));
        Endpoints endpoints = new EndpointsReader(members, urlTemplate).read(kind);
        Scopes scopes = scopes();
        AuthorizationRules authorization = new AuthorizationReader(members).read(isOpenId, scopes);
        TokenRules tokens = new TokenReader(members).read();
        IdTokenRules idTokens = new IdTokenReader(members).read(client, isOpenId);
        Optional<IdentitySource> identity = identity(urlTemplate, isOpenId);
        Optional<JsonPointer> label = members.find("label_path").flatMap(ValueParsers::pointer);
        RevocationStyle style = revocationStyle(endpoints, isOpenId);
        ApiRules api = new ApiReader(members).read();
        ProviderReads reads = new ReadsReader(members, urlTemplate).read();
        ConnectableProvider connectable = connectable(authorization.withRequired(scopes), isOpenId, style);
        members.rejectUnknown();
        return problems.count() > before || client.isEmpty() || identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProviderEntry(
                        connectable,
                        client.get(),
                        endpoints,
                        authorization,
                        tokens,
                        idTokens,
                        identity.get(),
                        label,
                        style,
                        api,
                        reads));
    }

    private ConnectableProvider connectable(Scopes scopes, boolean isOpenId, RevocationStyle style) {
        return new ConnectableProvider(
                id,
                members.find("display_name")
                        .flatMap(it -> ValueParsers.text(it, DISPLAY_NAME, "must be 1 to 100 characters"))
                        .orElse(id.value()),
                Set.copyOf(members.find("sources")
                        .map(value -> ValueParsers.list(value, it -> ValueParsers.constant(it, Source.class)))
                        .orElse(List.of())),
                scopes,
                members.find("pkce").flatMap(ValueParsers::flag).orElse(true),
                isOpenId,
                refresh(),
                revocationScope(style),
                style.takesAccessToken(),
                members.find("grants_page").flatMap(UrlParsers::url),
                new PresentationReader(members).read());
    }

    private Scopes scopes() {
        Optional<YamlValue> value = members.find("scopes");
        List<String> scopes =
                value.map(it -> ValueParsers.list(it, ValueParsers::scope)).orElse(List.of());
        if (scopes.size() > Scopes.MAX_COUNT) {
            value.ifPresent(it -> it.reject("must have at most " + Scopes.MAX_COUNT + " scopes"));
            return Scopes.none();
        }
        if (String.join(" ", scopes).length() > MAX_SCOPES_LENGTH) {
            value.ifPresent(it -> it.reject("must have at most " + MAX_SCOPES_LENGTH + " characters together"));
            return Scopes.none();
        }
        return Scopes.of(scopes);
    }

    private RefreshPolicy refresh() {
        RefreshTokenReuse reuse = members.find("refresh_reuse")
                .flatMap(it -> ValueParsers.constant(it, RefreshTokenReuse.class))
                .orElse(RefreshTokenReuse.KILLS_FAMILY);
        Optional<YamlValue> grace = members.find("reuse_grace");
        Duration readGrace = grace.flatMap(ValueParsers::duration).orElse(Duration.ZERO);
        if (readGrace.compareTo(MAX_REUSE_GRACE) > 0) {
            grace.ifPresent(it -> it.reject("must be at most 1h"));
        }
        RefreshPolicy policy = RefreshPolicy.of(reuse, readGrace);
        return refreshIdle().map(policy::withMaxIdle).orElse(policy);
    }

    private Optional<Duration> refreshIdle() {
        Optional<YamlValue> value = members.find("refresh_idle");
        Optional<Duration> idle = value.flatMap(ValueParsers::duration);
        if (idle.filter(it -> it.compareTo(MIN_REFRESH_IDLE) < 0 || it.compareTo(MAX_REFRESH_IDLE) > 0)
                .isPresent()) {
            value.ifPresent(it -> it.reject("must be from 15m to 365d"));
            return Optional.empty();
        }
        return idle;
    }

    private Optional<IdentitySource> identity(UrlTemplate urlTemplate, boolean isOpenId) {
        Optional<URI> url = members.find("identity_url").flatMap(urlTemplate::url);
        List<JsonPointer> parts = members.find("identity_path")
                .map(it -> ValueParsers.oneOrMore(it, ValueParsers::pointer))
                .orElse(List.of());
        boolean isUrlGiven = members.find("identity_url").isPresent();
        boolean checksUserinfo =
                members.find("check_userinfo").flatMap(ValueParsers::flag).orElse(true);
        if (parts.isEmpty() && isOpenId && !isUrlGiven) {
            return Optional.of(new IdentitySource.IdTokenSubject(checksUserinfo));
        }
        if (parts.isEmpty()) {
            members.reject("must have identity_path, the JSON pointer to the account's stable id");
            return Optional.empty();
        }
        return isUrlGiven
                ? url.map(it -> new IdentitySource.IdentityEndpoint(it, parts))
                : Optional.of(new IdentitySource.InTokenResponse(parts));
    }

    private RevocationStyle revocationStyle(Endpoints endpoints, boolean isOpenId) {
        Optional<YamlValue> given = members.find("revocation_style");
        boolean hasEndpoint = endpoints.revocation().isPresent();
        RevocationStyle style = given.flatMap(it -> ValueParsers.constant(it, RevocationStyle.class))
                .orElse(hasEndpoint || isOpenId ? RevocationStyle.RFC7009 : RevocationStyle.NONE);
        if (style != RevocationStyle.NONE && !hasEndpoint && !isOpenId) {
            given.ifPresent(it -> it.reject("needs a revocation_url"));
        }
        return style;
    }

    /** Assumes that a revocation ends the whole grant unless the entry says otherwise: RFC 7009 §2.1 allows it. */
    private RevocationScope revocationScope(RevocationStyle style) {
        RevocationScope scope = members.find("revocation_scope")
                .flatMap(it -> ValueParsers.constant(it, RevocationScope.class))
                .orElse(RevocationScope.GRANT);
        return style == RevocationStyle.NONE ? RevocationScope.NONE : scope;
    }
}
