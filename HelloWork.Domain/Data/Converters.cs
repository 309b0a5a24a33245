using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HelloWork.Domain.Data;

/// <summary>Both databases forget that a stored instant is UTC.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant,
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

public sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, stored => From(stored))
    where TId : struct, ITypedId<TId>
{
    private static TId From(Guid stored) => TId.From(stored);
}

public sealed class JobNumberConverter() : ValueConverter<JobNumber, string>(n => n.Value, stored => new JobNumber(stored));

public sealed class OfficeNumberConverter() : ValueConverter<OfficeNumber, string>(n => n.Value, stored => new OfficeNumber(stored));

public sealed class RegistrationNumberConverter() : ValueConverter<RegistrationNumber, string>(n => n.Value, stored => new RegistrationNumber(stored));

public sealed class PublicNumberConverter() : ValueConverter<PublicNumber, string>(n => n.Value, stored => new PublicNumber(stored));

public sealed class AliasNumberConverter() : ValueConverter<AliasNumber, string>(n => n.Value, stored => new AliasNumber(stored));

public sealed class LicenceNumberConverter() : ValueConverter<LicenceNumber, string>(n => n.Value, stored => new LicenceNumber(stored));

public sealed class PrivacyMarkNumberConverter() : ValueConverter<PrivacyMarkNumber, string>(n => n.Value, stored => new PrivacyMarkNumber(stored));

/// <summary>Immutable documents as JSON text: Japanese stays readable, empty fields are left out.</summary>
public static class JsonDocuments
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>A document as it is stored.</summary>
    public static string Write<TDocument>(TDocument document) => JsonSerializer.Serialize(document, Options);

    public static PropertyBuilder<TDocument> IsJsonDocument<TDocument>(this PropertyBuilder<TDocument> property)
    {
        property.HasConversion(
            document => Write(document),
            stored => JsonSerializer.Deserialize<TDocument>(stored, Options)!,
            // Documents are replaced, never changed in place: the reference tells.
            new ValueComparer<TDocument>((a, b) => ReferenceEquals(a, b), document => document == null ? 0 : document.GetHashCode()));
        return property;
    }
}
