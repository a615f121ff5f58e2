package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlProblems;
import io.omnibridge.adapters.providers.yaml.YamlReader;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.application.connect.ReturnUrl;
import io.omnibridge.application.connect.ReturnUrls;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All configured providers, and the URLs to which browsers may be redirected. Immutable, but for the client secrets in files. */
public final class Catalogue implements ProviderCatalogue {

    private static final Catalogue EMPTY = new Catalogue(Map.of(), new ReturnUrls(List.of()), List.of());

    private final TreeMap<ProviderId, ProviderEntry> entries;
    private final ReturnUrls returnUrls;
    private final List<WatchedFile<?>> watchedFiles;

    private Catalogue(
            Map<ProviderId, ProviderEntry> entries, ReturnUrls returnUrls, List<WatchedFile<?>> watchedFiles) {
        this.entries = new TreeMap<>(entries);
        this.returnUrls = returnUrls;
        this.watchedFiles = watchedFiles;
    }

    /** Returns a catalogue without providers: the configuration of a service without a providers file. */
    public static Catalogue empty() {
        return EMPTY;
    }

    /**
     * Reads an operator's file. Its members override those of the built-in providers.
     *
     * @param baseForFiles the directory to which the names of secret files are relative
     * @throws InvalidCatalogue with every mistake in the file
     */
    public static Catalogue read(String yaml, Path baseForFiles) throws InvalidCatalogue {
        YamlProblems problems = new YamlProblems();
        Optional<Catalogue> catalogue =
                YamlReader.read(yaml, problems).map(members -> read(members, problems, new ClientReader(baseForFiles)));
        if (problems.count() > 0 || catalogue.isEmpty()) {
            throw new InvalidCatalogue(problems.inOrder());
        }
        return catalogue.get();
    }

    /** Returns this catalogue with the providers of {@code others} besides, except those that it has itself. */
    public Catalogue withProvidersOf(Catalogue others) {
        Map<ProviderId, ProviderEntry> all = new TreeMap<>(others.entries);
        all.putAll(entries);
        return new Catalogue(all, returnUrls, watchedFiles);
    }

    @Override
    public List<ConnectableProvider> all() {
        return entries.values().stream().map(ProviderEntry::connectable).toList();
    }

    @Override
    public Optional<ConnectableProvider> find(ProviderId id) {
        return entry(id).map(ProviderEntry::connectable);
    }

    /** Returns the whole configuration of a provider, if it is configured. */
    public Optional<ProviderEntry> entry(ProviderId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Returns the files of client secrets, whose contents may change. */
    public List<WatchedFile<?>> watchedFiles() {
        return watchedFiles;
    }

    /** Returns the URLs to which browsers may be redirected. */
    public ReturnUrls returnUrls() {
        return returnUrls;
    }

    private static Catalogue read(YamlMapping members, YamlProblems problems, ClientReader clients) {
        List<ReturnUrl> returnUrls = members.find("return_to")
                .map(it -> new ReturnUrlReader().read(it))
                .orElse(List.of());
        Map<ProviderId, ProviderEntry> entries = new TreeMap<>();
        Map<String, YamlValue> given = members.find("providers")
                .flatMap(YamlValue::members)
                .map(YamlMapping::all)
                .orElse(Map.of());
        given.forEach((name, value) ->
                readProvider(name, value, problems, clients).ifPresent(entry -> entries.put(entry.id(), entry)));
        members.rejectUnknown();
        return new Catalogue(entries, new ReturnUrls(returnUrls), clients.watchedFiles());
    }

    private static Optional<ProviderEntry> readProvider(
            String name, YamlValue value, YamlProblems problems, ClientReader clients) {
        try {
            ProviderId id = new ProviderId(name);
            YamlValue entry = value.isMapping() ? value : value.unnamed();
            return entry.members()
                    .map(own -> BuiltInProvider.find(id).map(own::over).orElse(own))
                    .flatMap(members -> new EntryReader(id, members, problems, clients).read());
        } catch (InvalidValue e) {
            value.unnamed().reject("has a name that " + e.getMessage());
            return Optional.empty();
        }
    }
}
