using System.Security.Cryptography;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>
/// 応募書類: a file that goes to the employer with an application, or will (AP-01). It lies in the database, never where a server would hand it out by itself, and is
/// taken away when its time is over; what was sent stays named in the application's papers.
/// </summary>
public sealed class ApplicationDocument
{
    public const int Most = 5;
    /// <summary>Of all files of one application together.</summary>
    public const int MostBytesInAll = 15 * 1024 * 1024;
    /// <summary>Of all files of one seeker that wait in applications not sent yet: four full ones.</summary>
    public const int MostBytesUnsent = 60 * 1024 * 1024;
    public const int LongestName = 80;

    private ApplicationDocument() { }

    public ApplicationDocument(SeekerId seeker, JobOfferId job, int slot, DocumentFile file, DateTime now)
    {
        Id = NewId.Next();
        SeekerId = seeker;
        JobOfferId = job;
        Slot = (byte)slot;
        Name = file.Name;
        Type = file.Type;
        Size = file.Bytes.Length;
        Bytes = file.Bytes;
        Hash = HashOf(file.Bytes);
        AddedAt = now;
    }

    public Guid Id { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    /// <summary>Null: of a draft.</summary>
    public SelfApplicationId? SelfApplicationId { get; private set; }
    public byte Slot { get; private set; }
    public string Name { get; private set; } = "";
    public DocumentType Type { get; private set; }
    public int Size { get; private set; }
    public string Hash { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public DateTime AddedAt { get; private set; }

    internal static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}

/// <summary>応募書類の種類, told by the content.</summary>
public enum DocumentType : byte
{
    Pdf = 1,
    Jpeg = 2,
    Png = 3,
}

/// <summary>A file among what is sent, as the seeker saw it before sending: name, size, and the hash of every byte of it.</summary>
public sealed record PaperDocument(Guid Id, string Name, DocumentType Type, int Size, string Hash);
