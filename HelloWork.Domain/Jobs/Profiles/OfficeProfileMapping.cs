using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Profiles;

internal static class OfficeProfileMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<OfficeProfile>(profile =>
        {
            profile.ToTable("OfficeProfiles");
            profile.HasKey(p => p.OfficeId);
            profile.Property(p => p.OfficeId).ValueGeneratedNever();
            profile.Property(p => p.Published).IsJsonDocument();
            profile.Property(p => p.Proposed).IsJsonDocument();
            profile.Property(p => p.Draft).IsJsonDocument();
            profile.Property(p => p.Comment).HasMaxLength(4 * OfficeProfile.LongestComment);
            profile.Property(p => p.Version).IsConcurrencyToken();
            profile.HasOne<Office>().WithOne().HasForeignKey<OfficeProfile>(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<OfficePicture>(picture =>
        {
            picture.ToTable("OfficePictures", t =>
            {
                t.HasCheckConstraint("CK_OfficePictures_Slot", "Slot BETWEEN 1 AND 10");
                t.HasCheckConstraint("CK_OfficePictures_State", "State BETWEEN 1 AND 3 AND Type BETWEEN 1 AND 2 AND Width > 0 AND Height > 0");
            });
            picture.Property(p => p.Id).ValueGeneratedNever();
            picture.Property(p => p.Caption).HasMaxLength(4 * OfficePicture.LongestCaption);
            picture.HasIndex(p => new { p.OfficeId, p.Slot }).IsUnique();
            picture.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
