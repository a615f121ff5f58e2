package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.adapters.support.files.FileTooLarge;
import io.omnibridge.adapters.support.files.WatchedFile;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.credentials.Secret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a {@link ClientRegistration}. The secret is in the operator's file, or in a file of its own, which is watched. */
final class ClientReader {

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Path baseForFiles;
    private final List<WatchedFile<?>> watchedFiles = new ArrayList<>();

    ClientReader(Path baseForFiles) {
        this.baseForFiles = baseForFiles;
    }

    /** Returns the files of secrets, whose contents may change. */
    List<WatchedFile<?>> watchedFiles() {
        return List.copyOf(watchedFiles);
    }

    /** Returns the client, or reports mistakes and returns empty. */
    Optional<ClientRegistration> read(YamlMapping members) {
        Optional<String> id = members.require("client_id")
                .flatMap(it -> ValueParsers.text(it, CLIENT_ID, "must be 1 to 255 visible ASCII characters"));
        ClientAuthentication authentication = members.find("token_endpoint_auth")
                .flatMap(it -> ValueParsers.constant(it, ClientAuthentication.class))
                .orElse(ClientAuthentication.CLIENT_SECRET_BASIC);
        Optional<YamlValue> inline = members.find("client_secret");
        Optional<YamlValue> inFile = members.find("client_secret_file");
        if (authentication == ClientAuthentication.NONE) {
            inline.or(() -> inFile).ifPresent(it -> it.reject("must not be given where token_endpoint_auth is none"));
            return id.map(it -> new ClientRegistration(it, Optional.empty(), authentication));
        }
        Optional<Supplier<Secret>> secret = secret(members, inline, inFile);
        return id.filter(it -> secret.isPresent()).map(it -> new ClientRegistration(it, secret, authentication));
    }

    private Optional<Supplier<Secret>> secret(
            YamlMapping members, Optional<YamlValue> inline, Optional<YamlValue> inFile) {
        if (inline.isPresent() == inFile.isPresent()) {
            members.reject("must have one of client_secret and client_secret_file");
            return Optional.empty();
        }
        return inline.isPresent()
                ? inline.get().text().map(text -> () -> new Secret(text))
                : inFile.flatMap(this::fromFile);
    }

    private Optional<Supplier<Secret>> fromFile(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                WatchedFile<Secret> file = WatchedFile.open(value.name(), baseForFiles.resolve(text), Secret::new);
                watchedFiles.add(file);
                return Optional.<Supplier<Secret>>of(file);
            } catch (InvalidValue e) {
                value.reject(e.getMessage());
            } catch (FileTooLarge e) {
                value.reject("names a file that is too large for a secret");
            } catch (CharacterCodingException e) {
                value.reject("names a file that is not UTF-8");
            } catch (IOException | InvalidPathException e) {
                value.reject("names a file that cannot be read");
            }
            return Optional.empty();
        });
    }
}
